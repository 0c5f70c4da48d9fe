/** What is held about a data subject now. */
@NullMarked
package org.lethe.gdpr.access;

import org.jspecify.annotations.NullMarked;
