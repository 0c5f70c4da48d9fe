/** How many subjects selectors find, and that all of them are meant. */
@NullMarked
package org.lethe.gdpr.find;

import org.jspecify.annotations.NullMarked;
