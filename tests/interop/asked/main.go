// Asked answers questions about notes and proofs with the packages of Go's checksum database, which others wrote:
// golang.org/x/mod/sumdb/note and tlog. It reads one question a line and writes one answer a line, both JSON.
package main

import (
	"bufio"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A question names what is to be done, and gives what that needs.
type question struct {
	Do          string
	Note        string
	Text        string
	Keys        []string // those to check with
	Signer      string   // the one to sign with
	Leaves      [][]byte
	Leaf        []byte
	Index       int64
	First       int64
	Second      int64
	FirstRoot   tlog.Hash
	SecondRoot  tlog.Hash
	Inclusion   tlog.RecordProof
	Consistency tlog.TreeProof
}

// An answer says whether what was asked holds, why not, and what came out.
type answer struct {
	Accepted    bool             `json:"accepted"`
	Reason      string           `json:"reason,omitempty"`
	Text        string           `json:"text,omitempty"`
	Names       []string         `json:"names,omitempty"`
	Root        *tlog.Hash       `json:"root,omitempty"`
	Inclusion   tlog.RecordProof `json:"inclusion,omitempty"`
	Consistency tlog.TreeProof   `json:"consistency,omitempty"`
}

func main() {
	questions := json.NewDecoder(bufio.NewReader(os.Stdin))
	answers := json.NewEncoder(os.Stdout)
	for questions.More() {
		var asked question
		if err := questions.Decode(&asked); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		var given answer
		if err := given.to(asked); err != nil {
			given = answer{Reason: err.Error()}
		} else {
			given.Accepted = true
		}
		if err := answers.Encode(given); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
	}
}

func (given *answer) to(asked question) error {
	switch asked.Do {
	case "open":
		return given.open(asked)
	case "sign":
		signer, err := note.NewSigner(asked.Signer)
		if err != nil {
			return err
		}
		signed, err := note.Sign(&note.Note{Text: asked.Text}, signer)
		given.Text = string(signed)
		return err
	case "inclusion":
		return tlog.CheckRecord(asked.Inclusion, asked.Second, asked.SecondRoot, asked.Index, tlog.RecordHash(asked.Leaf))
	case "consistency":
		return tlog.CheckTree(asked.Consistency, asked.Second, asked.SecondRoot, asked.First, asked.FirstRoot)
	case "prove":
		return given.prove(asked)
	}
	return fmt.Errorf("nothing is known of %q", asked.Do)
}

func (given *answer) open(asked question) error {
	var verifiers []note.Verifier
	for _, key := range asked.Keys {
		verifier, err := newVerifier(key)
		if err != nil {
			return err
		}
		verifiers = append(verifiers, verifier)
	}
	opened, err := note.Open([]byte(asked.Note), note.VerifierList(verifiers...))
	if err != nil {
		return err
	}
	given.Text = opened.Text
	for _, signature := range opened.Sigs {
		given.Names = append(given.Names, signature.Name)
	}
	return nil
}

func (given *answer) prove(asked question) error {
	var stored []tlog.Hash
	read := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var hashes []tlog.Hash
		for _, index := range indexes {
			hashes = append(hashes, stored[index])
		}
		return hashes, nil
	})
	for number, leaf := range asked.Leaves {
		hashes, err := tlog.StoredHashes(int64(number), leaf, read)
		if err != nil {
			return err
		}
		stored = append(stored, hashes...)
	}
	size := int64(len(asked.Leaves))
	root, err := tlog.TreeHash(size, read)
	if err != nil {
		return err
	}
	given.Root = &root
	if given.Inclusion, err = tlog.ProveRecord(size, asked.Index, read); err != nil {
		return err
	}
	given.Consistency, err = tlog.ProveTree(size, asked.First, read)
	return err
}

// newVerifier reads a key as the note package does, and also the keys of witnesses, which it does not know.
func newVerifier(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("malformed key")
	}
	typed, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(typed) != 33 || typed[0] != 4 {
		return note.NewVerifier(vkey)
	}
	id := sha256.Sum256(append([]byte(parts[0]+"\n"), typed...))
	if fmt.Sprintf("%x", id[:4]) != parts[1] {
		return nil, errors.New("the key has another id")
	}
	return witness{parts[0], binary.BigEndian.Uint32(id[:4]), typed[1:]}, nil
}

// A witness checks cosignatures as c2sp.org/tlog-cosignature describes them.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }

func (w witness) Verify(text, signature []byte) bool {
	if len(signature) != 72 {
		return false
	}
	stated := binary.BigEndian.Uint64(signature)
	return ed25519.Verify(w.key, []byte(fmt.Sprintf("cosignature/v1\ntime %d\n%s", stated, text)), signature[8:])
}
