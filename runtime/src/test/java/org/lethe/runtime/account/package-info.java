/** Tests. */
@NullMarked
package org.lethe.runtime.account;

import org.jspecify.annotations.NullMarked;
