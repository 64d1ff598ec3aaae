/** IAM Access Analyzer: analyzers, who outside can reach what, and what nobody uses. */
@NullMarked
package dev.rollcall.collect.accessanalyzer;

import org.jspecify.annotations.NullMarked;
