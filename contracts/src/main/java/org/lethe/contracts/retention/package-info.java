/** The kinds of data that are held, each with its times. */
@NullMarked
package org.lethe.contracts.retention;

import org.jspecify.annotations.NullMarked;
