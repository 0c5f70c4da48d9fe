/** Who is at the other end: a client's own address behind our proxies, and its host name. */
@NullMarked
package org.lethe.runtime.client;

import org.jspecify.annotations.NullMarked;
