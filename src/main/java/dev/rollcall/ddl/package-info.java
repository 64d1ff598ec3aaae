/** Tables and views over published nights, as engines of SQL want them told. */
@NullMarked
package dev.rollcall.ddl;

import org.jspecify.annotations.NullMarked;
