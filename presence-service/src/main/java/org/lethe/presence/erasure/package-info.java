/** Carries out erasures of visits and answers for them. */
@NullMarked
package org.lethe.presence.erasure;

import org.jspecify.annotations.NullMarked;
