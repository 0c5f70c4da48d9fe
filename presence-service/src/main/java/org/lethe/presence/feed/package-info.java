/** The live list of visitors that operators watch. */
@NullMarked
package org.lethe.presence.feed;

import org.jspecify.annotations.NullMarked;
