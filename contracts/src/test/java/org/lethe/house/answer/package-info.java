/** Judges the answers that tests receive by what the documents of {@code docs/api} say. */
@NullMarked
package org.lethe.house.answer;

import org.jspecify.annotations.NullMarked;
