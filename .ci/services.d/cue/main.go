// Serves the registry of the CUE project (Go, in memory) on ADDRESS, with tags that never move: other answers than those
// of the distribution project, by people who wrote theirs from the specification.
package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"os"

	"cuelabs.dev/go/oci/ociregistry/ocimem"
	"cuelabs.dev/go/oci/ociregistry/ociserver"
)

func main() {
	listener, err := net.Listen("tcp", os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("listening on %s\n", listener.Addr())
	registry := ocimem.NewWithConfig(&ocimem.Config{ImmutableTags: true})
	log.Fatal(http.Serve(listener, ociserver.New(registry, nil)))
}
