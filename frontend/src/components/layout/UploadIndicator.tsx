import { Link } from '@tanstack/react-router';
import { ProgressBar } from '@/components/ui/ProgressBar';
import { useUploadSummary } from '@/hooks/useUploads';

/** Says on every page that files are being sent. */
export function UploadIndicator({ onNavigate }: { onNavigate?: () => void }) {
  const { files, percent } = useUploadSummary();
  if (files === 0) return null;
  const label = files === 1 ? 'Uploading 1 file' : `Uploading ${files} files`;
  return (
    <Link to="/videos/upload" onClick={() => onNavigate?.()} className="block rounded-lg border border-line bg-surface p-3 text-sm hover:bg-hover">
      <span className="mb-2 flex justify-between gap-2">
        <span>{label}</span>
        <span className="text-soft tabular-nums">{Math.floor(percent)} %</span>
      </span>
      <ProgressBar label={label} percent={percent} />
    </Link>
  );
}
