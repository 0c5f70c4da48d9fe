/** A real Kafka broker in its own JVM, with the suite's topics. */
@NullMarked
package org.lethe.stack.kafka;

import org.jspecify.annotations.NullMarked;
