import { Button, Container, FileUpload, FormField, Header, Input, SpaceBetween } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import type { SnapshotInfo } from '../../../../server/api.ts';
import { client } from '../../client.ts';
import { notify } from '../../notices.ts';
import { changed } from '../../revision.ts';
import { nameOf, typeOf } from '../../state/uploading.ts';
import { bytes, number } from '../../state/words.ts';
import { errorText } from '../../use-answer.ts';
import { Working } from '../../parts/working.tsx';

/** Adds a snapshot from a file that a scan wrote. The server checks all of it before it keeps any of it. */
export function Upload({ first = false, onDone }: { readonly first?: boolean; readonly onDone: (snapshot: SnapshotInfo) => void }): ReactNode {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const [file] = files;
  const upload = async (): Promise<void> => {
    if (file === undefined) return;
    setBusy(true);
    setError('');
    try {
      const kept = await client.upload(file, { name: name.trim() === '' ? nameOf(file.name) : name.trim(), type: typeOf(file.name) });
      notify('success', `${kept.name} is kept: ${number(kept.resources)} resources.`);
      changed();
      onDone(kept);
    } catch (thrown) {
      setError(errorText(thrown));
    }
    setBusy(false);
  };
  return (
    <Container header={<Header variant="h2" description={<>A file that <code>regionready scan … -o estate.snapshot</code> wrote, or push it: <code>regionready scan … --push {window.location.origin}</code></>}>{first ? 'Add the first snapshot' : 'Add a snapshot'}</Header>}>
      <SpaceBetween size="s">
        <div className="fields two">
          <FormField label="File" errorText={error}>
            <FileUpload
              value={files} onChange={({ detail }) => { setFiles(detail.value.slice(0, 1)); setError(''); }} accept=".snapshot,.gz,.ndjson" showFileSize tokenLimit={1}
              i18nStrings={{ uploadButtonText: () => 'Choose a file', dropzoneText: () => 'Drop the file here', removeFileAriaLabel: () => 'Remove the file', errorIconAriaLabel: 'Error', warningIconAriaLabel: 'Warning', formatFileSize: bytes, limitShowFewer: 'Fewer', limitShowMore: 'More' }}
            />
          </FormField>
          <FormField label="Name" description="By which people know it"><Input value={name} placeholder={file === undefined ? 'estate' : nameOf(file.name)} onChange={({ detail }) => setName(detail.value)} /></FormField>
          <Button variant="primary" disabled={file === undefined} loading={busy} onClick={() => void upload()}>Add it</Button>
        </div>
        {busy && <Working what={`Sending ${bytes(file?.size ?? 0)}; the server reads and checks all of it`} />}
      </SpaceBetween>
    </Container>
  );
}
