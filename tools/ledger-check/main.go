// ledger-check reads a published ledger with golang.org/x/mod/sumdb only: the signature of its checkpoint, then every leaf hash of its
// hash tiles, authenticated against the signed root. Usage: ledger-check BASE-URL VERIFIER-KEY
package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func get(url string) []byte {
	res, err := http.Get(url)
	if err != nil {
		log.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK {
		log.Fatalf("%s: %s %v", url, res.Status, err)
	}
	return body
}

// tiles fetches C2SP tlog-tiles; x/mod spells the tile height into its paths, the public format does not.
type tiles struct{ base string }

func (t tiles) Height() int                      { return 8 }
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range wanted {
		data = append(data, get(t.base+"/tile/"+strings.TrimPrefix(tile.Path(), "tile/8/")))
	}
	return data, nil
}

func main() {
	base, key := os.Args[1], os.Args[2]
	verifier, err := note.NewVerifier(key)
	if err != nil {
		log.Fatal(err)
	}
	signed, err := note.Open(get(base+"/checkpoint"), note.VerifierList(verifier))
	if err != nil {
		log.Fatal(err)
	}
	var size int64
	var root tlog.Hash
	lines := strings.Split(signed.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		log.Fatal("checkpoint: not origin, size, root")
	}
	if _, err := fmt.Sscan(lines[1], &size); err != nil {
		log.Fatal(err)
	}
	if root, err = tlog.ParseHash(lines[2]); err != nil {
		log.Fatal(err)
	}
	hashes := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, tiles{base})
	for first := int64(0); first < size; first += 256 {
		var wanted []int64
		for n := first; n < min(first+256, size); n++ {
			wanted = append(wanted, tlog.StoredHashIndex(0, n))
		}
		if _, err := hashes.ReadHashes(wanted); err != nil {
			log.Fatal(err)
		}
	}
	fmt.Printf("ok %d %s\n", size, root)
}
