/** Kafka topics and the settings that make their bytes go. */
@NullMarked
package org.lethe.contracts.topic;

import org.jspecify.annotations.NullMarked;
