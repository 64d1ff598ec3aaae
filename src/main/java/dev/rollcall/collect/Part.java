package dev.rollcall.collect;

import java.util.function.Consumer;

/**
 * A part of a cell.
 *
 * @param name as coverage names it where it fails
 * @param reading asks, and emits what there is
 */
record Part(String name, Consumer<CellScope> reading) {

}
