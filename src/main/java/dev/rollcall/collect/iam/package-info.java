/** IAM: the root user of each account, and centralized root access. */
@NullMarked
package dev.rollcall.collect.iam;

import org.jspecify.annotations.NullMarked;
