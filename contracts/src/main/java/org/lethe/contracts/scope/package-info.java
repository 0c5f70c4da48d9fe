/** What a scope holds, under which key and for how long. */
@NullMarked
package org.lethe.contracts.scope;

import org.jspecify.annotations.NullMarked;
