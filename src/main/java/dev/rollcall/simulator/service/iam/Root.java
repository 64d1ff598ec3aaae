package dev.rollcall.simulator.service.iam;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the root user of an account has. */
public enum Root {

	/** Neither password nor key: removed through centralized root access. */
	REMOVED(false, false, false),

	/** A passkey or a security key. */
	NOT_VIRTUAL_MFA(true, true, false),

	/** An authenticator app. */
	VIRTUAL_MFA(true, true, false),

	/** A password alone. */
	NO_MFA(true, false, false),

	/** A password and an access key. */
	ACCESS_KEY(true, false, true),

	/** A passkey, and a signing certificate from the days of SOAP. */
	SIGNING_CERTIFICATE(true, true, false),

	/** A second factor, and a summary that is silent on password and certificates. */
	HALF_SAID(true, true, false);

	private final boolean password;

	private final boolean mfa;

	private final boolean accessKey;

	Root(boolean password, boolean mfa, boolean accessKey) {
		this.password = password;
		this.mfa = mfa;
		this.accessKey = accessKey;
	}

	/** The entries of the account summary that are about the root user. */
	public Map<String, Integer> summary() {
		Map<String, Integer> summary = new LinkedHashMap<>();
		summary.put("AccountMFAEnabled", this.mfa ? 1 : 0);
		summary.put("AccountAccessKeysPresent", this.accessKey ? 1 : 0);
		if (this != HALF_SAID) {
			summary.put("AccountPasswordPresent", this.password ? 1 : 0);
			summary.put("AccountSigningCertificatesPresent", (this == SIGNING_CERTIFICATE) ? 1 : 0);
		}
		return summary;
	}

	public boolean hasPassword() {
		return this.password;
	}

	public boolean hasMfa() {
		return this.mfa;
	}

	public boolean hasAccessKey() {
		return this.accessKey;
	}

}
