package dev.rollcall.plan;

/**
 * Something that no night is faster than.
 *
 * @param name what it is, with the numbers that it comes from
 * @param seconds how long a night takes for its sake
 */
public record Bound(String name, double seconds) {

}
