/** The visitor's own way to see and to erase what is held. */
@NullMarked
package org.lethe.gdpr.me;

import org.jspecify.annotations.NullMarked;
