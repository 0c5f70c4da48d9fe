/** The data map: the retention schedule as a document. */
@NullMarked
package org.lethe.gdpr.datamap;

import org.jspecify.annotations.NullMarked;
