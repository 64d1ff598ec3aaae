package dev.rollcall.control;

/** AWS Config's four verdicts, worst first. */
public enum Verdict {

	NON_COMPLIANT, INSUFFICIENT_DATA, COMPLIANT, NOT_APPLICABLE

}
