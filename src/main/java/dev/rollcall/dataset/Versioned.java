package dev.rollcall.dataset;

/**
 * A small object as it was at one time.
 *
 * @param tag changes whenever the content does: the ETag of S3
 */
record Versioned(byte[] content, String tag) {

}
