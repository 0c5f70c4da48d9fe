/** The demo site: a page of another origin that has the widget on it. */
@NullMarked
package org.lethe.stack.site;

import org.jspecify.annotations.NullMarked;
