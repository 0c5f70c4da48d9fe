/** Seals and unseals: the one place that touches a cipher. */
@NullMarked
package org.lethe.privacy.seal;

import org.jspecify.annotations.NullMarked;
