package dev.rollcall.job;

/**
 * A cell that was not answered in time.
 *
 * @param region {@code global} where it is of no Region
 * @param operation as {@code service:Operation}; empty where none was named
 */
public record TimedOut(String account, String region, String operation) {

}
