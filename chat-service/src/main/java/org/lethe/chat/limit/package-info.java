/** How much one connection, visit or address may ask for. */
@NullMarked
package org.lethe.chat.limit;

import org.jspecify.annotations.NullMarked;
