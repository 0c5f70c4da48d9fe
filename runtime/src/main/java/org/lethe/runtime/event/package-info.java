/** Events to and from Kafka, and the refusal of topics that keep too long. */
@NullMarked
package org.lethe.runtime.event;

import org.jspecify.annotations.NullMarked;
