package dev.rollcall.dataset;

/**
 * A column of a dataset.
 *
 * @param name in snake_case
 */
public record Column(String name, ColumnType type) {

}
