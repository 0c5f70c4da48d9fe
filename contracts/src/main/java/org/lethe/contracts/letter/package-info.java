/** What a sealed letter contains until it is sent. */
@NullMarked
package org.lethe.contracts.letter;

import org.jspecify.annotations.NullMarked;
