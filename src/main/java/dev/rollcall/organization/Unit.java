package dev.rollcall.organization;

/**
 * The root or a unit of an organization. Its id says which it is: a name may have slashes
 * in it, be another unit's elsewhere, and change.
 *
 * @param id such as {@code ou-a1b2-c3d4e5f6}, or {@code r-a1b2} of the root
 */
public record Unit(String id, String name) {

}
