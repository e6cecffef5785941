// Verifies a portal's log with Go's own implementation of notes and transparency logs (golang.org/x/mod/sumdb), not with ours.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) != 5 {
		fail("usage: verify <url> <log vkey> <witness vkey> <releases>")
	}
	portal, releases := os.Args[1], number(os.Args[4])
	log, err := note.NewVerifier(os.Args[2])
	check(err)
	keys := note.VerifierList(log, witness(os.Args[3]))

	head := open(get(portal+"/log/checkpoint"), keys)
	leaves := entries(portal, head.N)
	check(rootOfEntries(leaves, head))
	reader := tlog.TileHashReader(tlog.Tree{N: head.N, Hash: head.Hash}, tiles{portal})
	root, err := tlog.TreeHash(head.N, reader)
	check(err)
	if root != head.Hash {
		fail("the tiles do not hash to the root")
	}
	for _, index := range []int64{0, 1, head.N / 2, head.N - 1} {
		proof, of := proofFile(get(fmt.Sprintf("%s/log/proof/%d.tlog-proof", portal, index)), keys)
		check(tlog.CheckRecord(proof, of.N, of.Hash, index, tlog.RecordHash(leaves[index])))
		if tlog.CheckRecord(proof, of.N, of.Hash, index, tlog.RecordHash([]byte("x"))) == nil {
			fail("a leaf that is not there was proved")
		}
	}
	for release := int64(1); release <= releases; release++ {
		old := open(get(fmt.Sprintf("%s/log/checkpoint/%d", portal, release)), keys)
		proof, err := tlog.ProveTree(head.N, old.N, reader)
		check(err)
		check(tlog.CheckTree(proof, head.N, head.Hash, old.N, old.Hash))
	}
	fmt.Printf("%d leaves, %d releases, %d signatures\n", head.N, releases, head.signatures)
}

type checkpoint struct {
	tlog.Tree
	signatures int
}

func open(sent []byte, keys note.Verifiers) checkpoint {
	n, err := note.Open(sent, keys)
	check(err)
	lines := strings.Split(n.Text, "\n")
	hash, err := tlog.ParseHash(lines[2])
	check(err)
	return checkpoint{tlog.Tree{N: number(lines[1]), Hash: hash}, len(n.Sigs)}
}

func rootOfEntries(leaves [][]byte, head checkpoint) error {
	var stored []tlog.Hash
	read := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var hashes []tlog.Hash
		for _, index := range indexes {
			hashes = append(hashes, stored[index])
		}
		return hashes, nil
	})
	for n, leaf := range leaves {
		hashes, err := tlog.StoredHashes(int64(n), leaf, read)
		if err != nil {
			return err
		}
		stored = append(stored, hashes...)
	}
	root, err := tlog.TreeHash(head.N, read)
	if err == nil && root != head.Hash {
		return fmt.Errorf("the entries do not hash to the root")
	}
	return err
}

func entries(portal string, size int64) (leaves [][]byte) {
	for n := int64(0); n*256 < size; n++ {
		bundle := get(portal + "/log/tile/entries/" + path(n, width(size, n)))
		for len(bundle) > 0 {
			length := int(binary.BigEndian.Uint16(bundle))
			leaves = append(leaves, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
	}
	return leaves
}

func width(size, n int64) int {
	if size-n*256 < 256 {
		return int(size - n*256)
	}
	return 256
}

// path of a tile as C2SP tlog-tiles has it: that of Go's own, without the height.
func path(n int64, w int) string {
	return strings.TrimPrefix(tlog.Tile{H: 8, L: 0, N: n, W: w}.Path(), "tile/8/0/")
}

type tiles struct{ portal string }

func (t tiles) Height() int                        { return 8 }
func (t tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) (read [][]byte, err error) {
	for _, tile := range wanted {
		read = append(read, get(t.portal+"/log/"+strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
	}
	return read, nil
}

func proofFile(file []byte, keys note.Verifiers) (proof tlog.RecordProof, of checkpoint) {
	parts := bytes.SplitN(file, []byte("\n\n"), 2)
	lines := strings.Split(string(parts[0]), "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") {
		fail("not a proof file")
	}
	for _, line := range lines[2:] {
		hash, err := tlog.ParseHash(line)
		check(err)
		proof = append(proof, hash)
	}
	return proof, open(parts[1], keys)
}

// A witness signs cosignature/v1 messages: Ed25519 by Go's own library.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 72 {
		return false
	}
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
	return ed25519.Verify(c.key, []byte(message), sig[8:])
}

func witness(vkey string) note.Verifier {
	parts := strings.SplitN(vkey, "+", 3)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	check(err)
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	return cosigner{parts[0], binary.BigEndian.Uint32(sum[:]), key[1:]}
}

func get(url string) []byte {
	answer, err := http.Get(url)
	check(err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	check(err)
	if answer.StatusCode != 200 {
		fail(url + " answers " + answer.Status)
	}
	return body
}

func number(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	check(err)
	return n
}

func check(err error) {
	if err != nil {
		fail(err.Error())
	}
}

func fail(words string) {
	fmt.Fprintln(os.Stderr, words)
	os.Exit(1)
}
