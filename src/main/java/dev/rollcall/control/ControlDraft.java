package dev.rollcall.control;

import java.util.Optional;

import dev.rollcall.input.SqlText;

/**
 * What could be read of a control's file: its front matter and its statement, each empty
 * where it is refused.
 */
record ControlDraft(Optional<Control> control, Optional<SqlText> text) {

}
