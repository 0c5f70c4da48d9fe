/** How a body names a data subject, and what is wrong with how it does. */
@NullMarked
package org.lethe.gdpr.selector;

import org.jspecify.annotations.NullMarked;
