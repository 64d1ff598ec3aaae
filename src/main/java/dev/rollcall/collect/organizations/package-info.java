/** AWS Organizations: tags, delegated administrators and trusted services. */
@NullMarked
package dev.rollcall.collect.organizations;

import org.jspecify.annotations.NullMarked;
