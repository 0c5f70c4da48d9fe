/** The service that finds, exports and erases a data subject, and proves it. */
@NullMarked
package org.lethe.gdpr;

import org.jspecify.annotations.NullMarked;
