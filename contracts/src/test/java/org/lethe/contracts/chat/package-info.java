/** Tests. */
@NullMarked
package org.lethe.contracts.chat;

import org.jspecify.annotations.NullMarked;
