/**
 * What can be told about a visitor from the address and the browser's name, worked out in memory
 * from local data.
 */
@NullMarked
package org.lethe.presence.enrichment;

import org.jspecify.annotations.NullMarked;
