/**
 * What an operator installs: templates, units and manifests of {@code job-config}, and
 * the image.
 */
@NullMarked
package dev.rollcall.deployment;

import org.jspecify.annotations.NullMarked;
