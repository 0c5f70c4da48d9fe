/** Messages that are left while no operator is online become letters. */
@NullMarked
package org.lethe.chat.offline;

import org.jspecify.annotations.NullMarked;
