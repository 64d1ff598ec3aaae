package dev.rollcall.job;

import java.nio.file.Path;

/**
 * The whole night, not yet published.
 *
 * @param workbook a local file
 */
record Rendered(Judged night, Path workbook) {

}
