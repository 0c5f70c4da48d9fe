/** Real Redis processes and what tests of them share. */
@NullMarked
package org.lethe.privacy.test;

import org.jspecify.annotations.NullMarked;
