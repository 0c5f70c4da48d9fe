/** Letters through the whole service, against real Redis, Kafka and mail servers. */
@NullMarked
package org.lethe.mail;

import org.jspecify.annotations.NullMarked;
