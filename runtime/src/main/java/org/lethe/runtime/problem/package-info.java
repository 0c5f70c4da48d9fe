/** Refusals and how they are told. */
@NullMarked
package org.lethe.runtime.problem;

import org.jspecify.annotations.NullMarked;
