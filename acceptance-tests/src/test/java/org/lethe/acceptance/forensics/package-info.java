/** What the attacks on the promise can find. */
@NullMarked
package org.lethe.acceptance.forensics;

import org.jspecify.annotations.NullMarked;
