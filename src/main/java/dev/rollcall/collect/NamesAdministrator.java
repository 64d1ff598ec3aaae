package dev.rollcall.collect;

import dev.rollcall.account.AccountId;

/**
 * Evidence that names the account to ask for the organization: in the Region of the cell
 * that gave it, or everywhere where that is global.
 */
public interface NamesAdministrator {

	AccountId administrator();

}
