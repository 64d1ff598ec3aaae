/**
 * IAM Access Analyzer: its answers, what it keeps of an account, and the parts written by
 * hand.
 */
@NullMarked
package dev.rollcall.simulator.service.accessanalyzer;

import org.jspecify.annotations.NullMarked;
