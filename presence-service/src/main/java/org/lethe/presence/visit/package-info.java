/** What is known of visits, and where it is kept, sealed, for as long as they live. */
@NullMarked
package org.lethe.presence.visit;

import org.jspecify.annotations.NullMarked;
