/** IAM Access Analyzer: analyzers, and who outside can reach what. */
@NullMarked
package dev.rollcall.collect.accessanalyzer;

import org.jspecify.annotations.NullMarked;
