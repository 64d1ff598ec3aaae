package dev.rollcall.job;

import dev.rollcall.organization.Discovery;

/**
 * What was collected.
 *
 * @param files a file a dataset; every cell has its row in coverage
 */
record Compacted(Discovery discovery, DatasetFiles files) {

}
