/** What every service does when a data subject is erased: remove its own, and answer for it. */
@NullMarked
package org.lethe.runtime.erasure;

import org.jspecify.annotations.NullMarked;
