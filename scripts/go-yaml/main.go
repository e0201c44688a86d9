// Reads texts, each a JSON string on a line, and writes for each a line of JSON: the text, and what kubectl reads in it up to the first error.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"

	"k8s.io/apimachinery/pkg/util/yaml"
)

type document struct {
	JSON  json.RawMessage `json:"json,omitempty"`
	Error string          `json:"error,omitempty"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	answers := json.NewEncoder(os.Stdout)
	answers.SetEscapeHTML(false)
	for lines.Scan() {
		var text string
		if err := json.Unmarshal(lines.Bytes(), &text); err != nil {
			panic(err)
		}
		if err := answers.Encode(map[string]any{"text": text, "documents": read(text)}); err != nil {
			panic(err)
		}
	}
}

func read(text string) []document {
	decoder := yaml.NewYAMLOrJSONDecoder(bytes.NewReader([]byte(text)), 4096)
	documents := []document{}
	for {
		var raw json.RawMessage
		switch err := decoder.Decode(&raw); {
		case err == io.EOF:
			return documents
		case err != nil:
			return append(documents, document{Error: err.Error()})
		case len(raw) > 0:
			documents = append(documents, document{JSON: append(json.RawMessage{}, raw...)})
		default:
			documents = append(documents, document{JSON: json.RawMessage("null")})
		}
	}
}
