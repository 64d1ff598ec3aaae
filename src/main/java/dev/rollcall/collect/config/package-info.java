/**
 * AWS Config: recorders, delivery channels, rules, what breaks them, conformance packs
 * and aggregators.
 */
@NullMarked
package dev.rollcall.collect.config;

import org.jspecify.annotations.NullMarked;
