/** What pages of a customer's website say to the service: a visit begins, goes on, is left. */
@NullMarked
package org.lethe.presence.page;

import org.jspecify.annotations.NullMarked;
